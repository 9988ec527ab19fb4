/** What people read until they are signed in, and around every page. The rest comes with the screens. */
import { shell } from './id/shell.ts';
import { signIn } from './id/sign-in.ts';
import { storage } from './id/storage.ts';

export const idFirst = { shell, signIn, storage };
