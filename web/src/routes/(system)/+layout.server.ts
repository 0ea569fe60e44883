export { guardedLayout as load } from '#lib/session/guard.server.ts';
