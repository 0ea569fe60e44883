import type { HandleClientError } from '@sveltejs/kit/hooks';
import { m } from '#paraglide/messages.js';

/** What broke on the way to a page, in words that say what to do next. The server's own refusals come with theirs. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === 'app') return;
  if (kind === 'framework') return { message: error.status === 404 ? m.errors_notFound() : m.errors_badRequest() };
  if (!navigator.onLine) return { status: 503, message: m.errors_noNetwork(), code: 'site.noNetwork' };
  console.error(error);
  return { message: m.errors_fault(), code: 'site.fault' };
};
