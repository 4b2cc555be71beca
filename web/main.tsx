import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { redirectOldAddress } from './router/navigate.ts';
import { showBroken } from './show-broken.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
redirectOldAddress();
createRoot(root, {
  onUncaughtError(error) {
    reportError(error);
    // React empties the root after this returns.
    setTimeout(() => showBroken(root));
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
