import { servedRules } from './classroom/prompts/prompts.ts';
import type { Tuning } from './compose.ts';
import type { LiveTutor } from './compose-live-tutor.ts';
import { composeService, type Service, type ServiceParts } from './compose-service.ts';
import type { Config } from './config.ts';
import { type AppDependencies, createApp } from './http/app.ts';
import { openStore, type Store } from './storage/store.ts';

export type ApplicationOptions = Pick<AppDependencies, 'log' | 'webDir' | 'limits'> &
  Pick<ServiceParts, 'evals' | 'stopping'> & {
    /** Composes the tutor, with the rules that a trainer chose. */
    readonly openTutor: (tuning: Pick<Tuning, 'rules'>) => Promise<LiveTutor>;
  };

/** The whole program but for its socket. */
export type Application = {
  readonly store: Store;
  readonly tutor: LiveTutor;
  readonly service: Service;
  /** What the routes were made of. */
  readonly dependencies: AppDependencies;
  readonly app: ReturnType<typeof createApp>;
  close(): Promise<void>;
};

/**
 * Opens the data folder, composes the tutor and everything around it, and the page and API over both.
 * @throws {TutorError} `data-in-use`, `data-broken`, `disk-full`, `settings-wrong`, and as `composeTutor`
 */
export async function composeApplication(
  config: Config,
  { openTutor, evals, stopping, ...options }: ApplicationOptions,
): Promise<Application> {
  const store = await openStore(config.dataDir);
  try {
    const rules = await servedRules(store.tables);
    const tutor = await openTutor(rules === null ? {} : { rules });
    const { log, limits } = options;
    const service = await composeService(config, {
      ...{ store, tutor, log, ...(evals && { evals }) },
      ...(limits && { questions: limits.questions, answersAtOnce: limits.answersAtOnce }),
      ...(stopping && { stopping }),
    });
    const { host, publicUrl, trustedProxies } = config;
    const { firstSecrets: _told, close: _close, ...parts } = service;
    const dependencies = { ...options, ...parts, tutor, host, publicUrl, trustedProxies };
    return {
      ...{ store, tutor, service, dependencies, app: createApp(dependencies) },
      async close() {
        await service.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
