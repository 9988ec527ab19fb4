import { createContext } from 'svelte';
import { type App } from './app.ts';

/** The root layout sets it; every page reads it. */
export const [getApp, setApp] = createContext<App>();
