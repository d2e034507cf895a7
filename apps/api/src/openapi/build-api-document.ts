import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject } from '@nestjs/swagger';
import { API_CONTROLLERS } from '../api-controllers';
import { apiDocumentOf, setApiPrefix } from './api-document';

/** Carries the controllers and stands in for whatever they are given. */
@Module({})
class DocumentModule {}

/**
 * The OpenAPI document without database and network: the controllers are looked at, never made, so what they are given
 * may be nothing.
 */
export async function buildApiDocument(): Promise<OpenAPIObject> {
  const module = {
    module: DocumentModule,
    controllers: [...API_CONTROLLERS],
    providers: [...new Set(API_CONTROLLERS.flatMap(givenTo))].map((provide) => ({ provide, useValue: {} })),
  };
  const options = { preview: true, logger: false, abortOnError: false } as const;
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), options);
  setApiPrefix(app);
  return apiDocumentOf(app);
}

type Token = Type | string | symbol;

/** What a controller's constructor asks for: by type, or by the token of `@Inject`. */
function givenTo(controller: Type): Token[] {
  const types: unknown = Reflect.getMetadata('design:paramtypes', controller);
  const tokens: unknown = Reflect.getMetadata('self:paramtypes', controller);
  return [...listOf(types), ...listOf(tokens).map((each) => partOf(each, 'param'))].filter(isToken);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function partOf(value: unknown, part: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
}

function isToken(value: unknown): value is Token {
  return typeof value === 'string' || typeof value === 'symbol' || (typeof value === 'function' && value !== Object);
}
