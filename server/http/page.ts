import { access } from 'node:fs/promises';
import { join, sep } from 'node:path';
import express, { Router } from 'express';
import { TutorError } from '../errors.ts';

/** The built page: its files, and `index.html` for every other address that a browser opens. */
export function page(webDir: string): Router {
  const router = Router();
  const assets = join(webDir, 'assets') + sep;
  router.use(
    express.static(webDir, {
      redirect: false,
      setHeaders: (response, path) => {
        // Names in assets/ hold a hash of the content; the others must be asked for again.
        const immutable = path.startsWith(assets);
        const rule = immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
        response.setHeader('Cache-Control', rule);
      },
    }),
  );
  router.get('/{*path}', async (request, response) => {
    // A script that is gone must not come back as a page: the browser would say something obscure.
    if (request.path.startsWith('/assets/') || !request.accepts('html')) throw nothingHere();
    const index = join(webDir, 'index.html');
    await access(index).catch((cause: unknown) => {
      throw new TutorError(
        'not-found',
        'The page has not been built; run npm run build, or start with npm start.',
        { cause },
      );
    });
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(index);
  });
  return router;
}

/** For an address that leads nowhere. */
export const nothingHere = (): TutorError =>
  new TutorError('not-found', 'There is nothing at this address.');
