import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { watchAttendance } from './api/attended';
import { App } from './app/app';
import { lendNonceToStyles } from './app/content-nonce';
import './app/styles.css';

// Without it zod tries whether it may make code at run time, which the page's policy forbids.
z.config({ jitless: true });
lendNonceToStyles();
watchAttendance();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
