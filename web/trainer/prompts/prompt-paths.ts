import { trainerPath } from '../trainer-parts.ts';

/** The address of a version of the instructions. */
export const versionPath = (version: number): string => trainerPath('prompts', String(version));

/** The address at which a new version is written, from another one. */
export const writePath = (from: number): string => trainerPath('prompts', `new/${from}`);
