import { type Evidence, evidenceSchema } from '#domain';
import { apiProblem } from '../api/api-problem';
import { OFFLINE, Problem } from '../api/problem';
import { WORDS } from '../words';

/**
 * Sends a file and answers how it was stored. By XMLHttpRequest, since fetch tells nothing of how far it has come.
 * @param onProgress percent sent
 * @throws Problem
 */
export function uploadEvidence(file: File, onProgress: (percent: number) => void): Promise<Evidence> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/evidence?fileName=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / Math.max(total, 1)) * 100));
    request.onload = () => void answered(request).then(resolve, reject);
    request.onerror = () => reject(new Problem(OFFLINE, WORDS.errors.offline));
    request.ontimeout = request.onerror;
    request.onabort = request.onerror;
    request.send(file);
  });
}

async function answered({ status, responseText }: XMLHttpRequest): Promise<Evidence> {
  const answer = new Response(responseText, { status });
  if (!answer.ok) throw await apiProblem(answer);
  return evidenceSchema.parse(await answer.json());
}
