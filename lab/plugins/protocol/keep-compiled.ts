import { flushCompileCache } from "node:module";

/** Long enough for everything to be loaded, in milliseconds. */
const LOADED = 1000;

// The engine kills its plugins, and Node would keep what it has compiled only at an orderly end.
setTimeout(flushCompileCache, LOADED).unref();
