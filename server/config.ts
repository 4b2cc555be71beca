import { z } from 'zod';
import { TutorError } from './errors.ts';
import { folder, hostName, modelName, toBaseUrl, toOrigin, wholeNumber } from './setting-kinds.ts';

/** A model endpoint that speaks OpenAI's protocol. */
export type EndpointSettings = {
  /** http or https, without credentials and without a slash at the end. */
  readonly baseUrl: string;
  /** Null for a server that asks for none. */
  readonly apiKey: string | null;
  readonly chatModel: string;
  /** Null when the corpus's own statistics serve as vectors. */
  readonly embeddingModel: string | null;
};

/** How long a reply may take, in milliseconds. */
export type Deadlines = {
  /** Until the first visible text, over all attempts. */
  readonly firstTokenMs: number;
  /** Between two texts. */
  readonly idleMs: number;
  /** From the question to the end. */
  readonly totalMs: number;
};

/** Everything that can be set from outside, parsed and frozen. */
export type Config = {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  /** Origin under which browsers reach the server through a proxy, `https://tutor.example`; null without one. */
  readonly publicUrl: string | null;
  /** How many proxies stand in front, whose word on a client's address is taken. */
  readonly trustedProxies: number;
  /** Absolute. */
  readonly corpusDir: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Null when the offline models serve. */
  readonly endpoint: EndpointSettings | null;
  /** Settings of an endpoint that are not used, because `OPENAI_BASE_URL` is not set. */
  readonly unused: readonly EndpointSetting[];
  readonly deadlines: Deadlines;
  /** The same as `deadlines.totalMs`, for a reply on a draft: it is many times as long as an answer. */
  readonly draftTotalMs: number;
  readonly logLevel: LogLevel;
};

/** The levels of pino, most talkative first, and none. */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const schema = z.object({
  PORT: wholeNumber(0, 65_535).prefault('3000'),
  HOST: hostName().default('127.0.0.1'),
  PUBLIC_URL: z.string().transform(toOrigin).optional(),
  TRUST_PROXY: wholeNumber(0, 9).optional(),
  CORPUS_DIR: folder().prefault('corpus'),
  DATA_DIR: folder().prefault('data'),
  OPENAI_BASE_URL: z.string().transform(toBaseUrl).optional(),
  OPENAI_API_KEY: z
    .string()
    .regex(
      /^[\x21-\x7e]+$/,
      'holds a space, an accent or an invisible character; copy the key again',
    )
    .optional(),
  CHAT_MODEL: modelName().optional(),
  EMBEDDING_MODEL: modelName().optional(),
  FIRST_TOKEN_TIMEOUT_MS: wholeNumber(100, 600_000).prefault('10000'),
  IDLE_TIMEOUT_MS: wholeNumber(100, 600_000).prefault('10000'),
  TOTAL_TIMEOUT_MS: wholeNumber(100, 600_000).prefault('30000'),
  DRAFT_TIMEOUT_MS: wholeNumber(100, 600_000).prefault('120000'),
  LOG_LEVEL: z.enum(logLevels, `is not one of ${logLevels.join(', ')}`).default('info'),
});

/**
 * What means nothing without `OPENAI_BASE_URL`. Many shells hold a key for other programs: it must neither stop the
 * start nor be sent to a host that we guessed.
 */
const endpointSettings = ['OPENAI_API_KEY', 'CHAT_MODEL', 'EMBEDDING_MODEL'] as const;
export type EndpointSetting = (typeof endpointSettings)[number];

/** The variables that {@link readConfig} reads, in the order of `.env.example`. */
export const settingNames = Object.keys(schema.shape) as readonly (keyof typeof schema.shape)[];

/**
 * Parses the settings, reporting every problem at once. A variable that is empty or blank counts as unset, and so
 * does the key or a model of an endpoint that is not set.
 * @throws {TutorError} `settings-wrong`, naming each variable, what is wrong and what to do, never a value.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const raw: Partial<Record<string, string>> = {};
  for (const name of settingNames) {
    const value = env[name]?.trim();
    if (value) raw[name] = value;
  }
  const unused = endpointSettings.filter((name) => raw[name] && !raw['OPENAI_BASE_URL']);
  for (const name of unused) delete raw[name];
  const parsed = schema.safeParse(raw);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...endpointProblems(raw),
    ...proxyProblems(raw),
    ...(parsed.success ? deadlineProblems(parsed.data) : []),
  ];
  if (!parsed.success || problems.length > 0) throw settingsWrong(problems);
  return toConfig(parsed.data, unused);
}

/** Whether nobody but this machine reaches the server: it listens on loopback, and no proxy stands in front. */
export function isLocalOnly({
  host,
  publicUrl,
  trustedProxies,
}: Pick<Config, 'host' | 'publicUrl' | 'trustedProxies'>): boolean {
  const loopback = /^(localhost|127(\.\d+){3}|::1|0:0:0:0:0:0:0:1)$/i.test(host);
  return loopback && publicUrl === null && trustedProxies === 0;
}

function toConfig(settings: z.infer<typeof schema>, unused: Config['unused']): Config {
  const { OPENAI_BASE_URL: baseUrl, CHAT_MODEL: chatModel } = settings;
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL ?? null,
    trustedProxies: settings.TRUST_PROXY ?? 0,
    corpusDir: settings.CORPUS_DIR,
    dataDir: settings.DATA_DIR,
    endpoint:
      baseUrl === undefined || chatModel === undefined
        ? null
        : Object.freeze({
            baseUrl,
            apiKey: settings.OPENAI_API_KEY ?? null,
            chatModel,
            embeddingModel: settings.EMBEDDING_MODEL ?? null,
          }),
    unused: Object.freeze(unused),
    deadlines: Object.freeze({
      firstTokenMs: settings.FIRST_TOKEN_TIMEOUT_MS,
      idleMs: settings.IDLE_TIMEOUT_MS,
      totalMs: settings.TOTAL_TIMEOUT_MS,
    }),
    draftTotalMs: settings.DRAFT_TIMEOUT_MS,
    logLevel: settings.LOG_LEVEL,
  });
}

function endpointProblems(raw: Partial<Record<string, string>>): readonly string[] {
  if (!raw['OPENAI_BASE_URL'] || raw['CHAT_MODEL']) return [];
  return [
    'CHAT_MODEL is missing although OPENAI_BASE_URL is set; write the name of a model that the endpoint serves',
  ];
}

/** This server speaks no TLS: behind an https address somebody stands, and who it is decides whose address counts. */
function proxyProblems(raw: Partial<Record<string, string>>): readonly string[] {
  if (!raw['PUBLIC_URL']?.toLowerCase().startsWith('https:') || raw['TRUST_PROXY']) return [];
  return [
    'TRUST_PROXY is missing although PUBLIC_URL is https; write how many proxies stand in front, mostly 1',
  ];
}

function deadlineProblems(settings: z.infer<typeof schema>): readonly string[] {
  return (['FIRST_TOKEN_TIMEOUT_MS', 'IDLE_TIMEOUT_MS'] as const)
    .filter((name) => settings[name] > settings.TOTAL_TIMEOUT_MS)
    .map((name) => `${name} exceeds TOTAL_TIMEOUT_MS; lower it, or raise TOTAL_TIMEOUT_MS`);
}

function settingsWrong(problems: readonly string[]): TutorError {
  const count = problems.length === 1 ? 'A setting is' : `${problems.length} settings are`;
  const list = problems.map((problem) => `\n  ${problem}.`).join('');
  return new TutorError(
    'settings-wrong',
    `${count} wrong; correct the environment or .env (.env.example explains each):${list}`,
  );
}
