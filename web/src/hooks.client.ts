import type { HandleClientError } from '@sveltejs/kit/hooks';
import { page } from '$app/state';

/**
 * What broke on the way to a page, in words that say what to do next: those that came with the page that was left, so that no page loads
 * them in three languages. The server's own refusals come with theirs.
 */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === 'app') return;
  const broken = page.data.shell?.errors.broken;
  if (kind === 'framework') return { message: (error.status === 404 ? broken?.notFound : broken?.badRequest) ?? '' };
  if (!navigator.onLine) return { status: 503, message: broken?.noNetwork ?? '', code: 'site.noNetwork' };
  console.error(error);
  return { message: broken?.fault ?? '', code: 'site.fault' };
};
