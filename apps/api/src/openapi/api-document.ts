import { type INestApplication, RequestMethod } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** Addresses that are no part of the API: for machines that watch the process. */
const OUTSIDE_API = ['health/live', 'health/ready', 'metrics'];

/** Puts all routes under /api, but for those by which the process is watched. */
export function setApiPrefix(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: OUTSIDE_API.map((path) => ({ path, method: RequestMethod.GET })) });
}

/** The OpenAPI document of an application. */
export function apiDocumentOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('台账接口')
    .setVersion('1')
    .addCookieAuth('taizhang_session')
    .addBearerAuth();
  return SwaggerModule.createDocument(app, config.build());
}
