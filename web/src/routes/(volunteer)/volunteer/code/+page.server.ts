import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { qrPicture } from '#lib/components/qr-picture.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { number } = await read(api(event).api.volunteers.me.$get());
  return { number, picture: qrPicture(number) };
};
