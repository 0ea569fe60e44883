import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { qrPicture } from '#lib/components/qr-picture.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends('kaifong:pass');
  const { code, path, secondsLeft } = await read(api(event).api['attendance-passes'].mine.$get());
  return { code, secondsLeft, picture: qrPicture(event.url.origin + path) };
};
