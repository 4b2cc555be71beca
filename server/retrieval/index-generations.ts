import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  errorCode,
  replaceFile,
  syncFolder,
  temporaryName,
  temporaryOwner,
  writeFailure,
  writeNewFile,
} from './durable-files.ts';
import { isAlive, lockIndex, type IndexLock } from './index-lock.ts';
import { createManifest, formatManifest, type ManifestFields } from './index-manifest.ts';
import { generationsFolder, isGenerationName, currentName } from './read-generation.ts';
