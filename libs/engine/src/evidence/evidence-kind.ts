/** A kind of file that counts as evidence. */
export interface EvidenceKind {
  readonly mediaType: string;
  /** The bytes that such a file begins with. */
  readonly signature: readonly number[];
  /** A name that a container of this kind holds among its first entries, where the signature alone says too little. */
  readonly holds?: string;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What offices send: papers, tables and photos. Programs, web pages and archives are not among them. */
const KINDS: readonly EvidenceKind[] = [
  { mediaType: 'application/pdf', signature: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', signature: [0xff, 0xd8, 0xff] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    signature: ZIP,
    holds: 'word/',
  },
  { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', signature: ZIP, holds: 'xl/' },
  { mediaType: 'application/ofd', signature: ZIP, holds: 'OFD.xml' },
  // Word, Excel and WPS before 2007 share one container.
  { mediaType: 'application/x-ole-storage', signature: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
];

/** The kind of a file by its content, or null for one that is not accepted. */
export function kindOfFile(content: Buffer): EvidenceKind | null {
  return (
    KINDS.find(
      ({ signature, holds }) =>
        signature.every((byte, index) => content[index] === byte) && (!holds || content.includes(holds, 0, 'latin1')),
    ) ?? null
  );
}
