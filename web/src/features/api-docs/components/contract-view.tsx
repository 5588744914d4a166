import { useEffect, useRef } from 'react';
import SwaggerUI, { type SwaggerRequest } from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import { session } from '@/lib/api/session';
import { useDark } from '@/lib/theme';
import './contract-view.css';

/** Requests to the platform carry the token of whoever is signed in. */
async function asUser(request: SwaggerRequest): Promise<SwaggerRequest> {
  const token = await session.token();
  if (token) request.headers = { ...request.headers, Authorization: `Bearer ${token}` };
  return request;
}

/** A contract, whose operations can be tried. */
export default function ContractView({ address }: { readonly address: string }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const domNode = document.createElement('div');
    element.current?.replaceChildren(domNode);
    SwaggerUI({
      domNode,
      url: address,
      presets: [SwaggerUI.presets.apis],
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      // Would send the contract to a service outside.
      validatorUrl: null,
      requestInterceptor: asUser,
    });
  }, [address]);
  const dark = useDark();
  useEffect(() => {
    // The class that Swagger UI asks for.
    document.documentElement.classList.toggle('dark-mode', dark);
    return () => document.documentElement.classList.remove('dark-mode');
  }, [dark]);
  return <div ref={element} />;
}
