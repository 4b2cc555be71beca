import { resolve } from 'node:path';
import { closeEnvironment } from '../close-environment.ts';
import { type Config, readConfig } from '../config.ts';
import { loadEnvFile } from '../env-file.ts';

/**
 * The settings of `.env` and the environment, which is then closed to the libraries. Call it before langchain is
 * imported, hence before `compose.ts` is.
 * @throws {TutorError} `settings-wrong`
 */
export function loadSettings(): Config {
  loadEnvFile(resolve('.env'), process.env);
  const config = readConfig(process.env);
  closeEnvironment(process.env);
  return config;
}
