import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import { TaizhangError } from '#platform';
import { type SecretContent, secretContent, type secretLine } from './backup-lines';
import { type z } from 'zod';

/** As OWASP recommends for scrypt; about 0.4 s and 128 MiB. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
export const SHORTEST_PASSPHRASE = 12;

type SecretLine = z.infer<typeof secretLine>;
const stretch: (passphrase: string, salt: Buffer, length: number, cost: typeof COST) => Promise<Buffer> =
  promisify(scrypt);

/** What a passphrase opens: one key for what is secret, another for the seal at the end. */
export class BackupKeys {
  private constructor(
    private readonly secretKey: Buffer,
    private readonly sealKey: Buffer,
  ) {}

  static newSalt(): Buffer {
    return randomBytes(16);
  }

  /** @throws TaizhangError BACKUP.PASSPHRASE_SHORT */
  static async of(passphrase: string, salt: Buffer): Promise<BackupKeys> {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      const message = `备份口令至少 ${SHORTEST_PASSPHRASE} 个字符，请换一个更长的。`;
      throw new TaizhangError('BACKUP.PASSPHRASE_SHORT', message);
    }
    const master = await stretch(passphrase.normalize('NFC'), salt, KEY_BYTES, COST);
    const part = (name: string): Buffer => Buffer.from(hkdfSync('sha256', master, salt, name, KEY_BYTES));
    return new BackupKeys(part('taizhang-backup-secret'), part('taizhang-backup-seal'));
  }

  wrap(content: SecretContent): SecretLine {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.secretKey, nonce);
    const wrapped = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
    return {
      kind: 'secret',
      nonce: nonce.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
      content: wrapped.toString('base64'),
    };
  }

  /** @throws TaizhangError BACKUP.PASSPHRASE for another passphrase, or content that was changed */
  unwrap({ nonce, tag, content }: SecretLine): SecretContent {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.secretKey, Buffer.from(nonce, 'base64'));
      decipher.setAuthTag(Buffer.from(tag, 'base64'));
      const plain = Buffer.concat([decipher.update(Buffer.from(content, 'base64')), decipher.final()]);
      return secretContent.parse(JSON.parse(plain.toString('utf8')));
    } catch {
      throw wrongPassphrase();
    }
  }

  seal(digest: string): string {
    return createHmac('sha256', this.sealKey).update(digest).digest('hex');
  }

  /** @throws TaizhangError BACKUP.PASSPHRASE */
  checkSeal(digest: string, mac: string): void {
    if (!timingSafeEqual(Buffer.from(this.seal(digest)), Buffer.from(mac))) throw wrongPassphrase();
  }
}

function wrongPassphrase(): TaizhangError {
  return new TaizhangError('BACKUP.PASSPHRASE', '备份口令不对，或文件被改动过；未恢复任何内容。');
}
