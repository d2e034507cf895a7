import { type Evidence } from '#domain';
import { api, bodyOf } from '../../api/client';

/** The content of a stored file, under the kind that was found when it was stored. */
export async function blobOfEvidence({ hash, mediaType }: Evidence): Promise<Blob> {
  const answer = await api.GET('/api/evidence/{hash}', { params: { path: { hash } }, parseAs: 'blob' });
  return new Blob([bodyOf(answer)], { type: mediaType });
}
