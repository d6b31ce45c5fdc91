import type { AttachmentState } from '#domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';

export class NewAttachmentQuery {
  @ApiProperty({
    example: 'deck.pdf',
    maxLength: 255,
    description: 'the file name: no path, no control characters',
  })
  @IsString()
  name!: string;
}

export class AttachmentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ example: 'application/pdf', description: 'as the bytes show it' })
  mediaType!: string;

  @ApiProperty({ description: 'bytes' })
  size!: number;

  @ApiProperty({ description: 'SHA-256 of the bytes, hex' })
  digest!: string;

  @ApiProperty({ description: 'the person who attached it' })
  addedBy!: string;

  @ApiProperty({ format: 'date-time' })
  addedAt!: string;
}

export function attachmentView({ by, at, ...attachment }: AttachmentState): AttachmentView {
  const { id, name, mediaType, size, digest } = attachment;
  return { id, name, mediaType, size, digest, addedBy: by, addedAt: at };
}
