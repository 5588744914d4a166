import type {
  components as ExercisesComponents,
  paths as ExercisesPaths,
} from './generated/exercises';
import type { components as ScoresComponents, paths as ScoresPaths } from './generated/scores';
import type {
  components as UserManagementComponents,
  paths as UserManagementPaths,
} from './generated/user-management';

/** The schemas of each service, under the names of its contract. */
export type ExercisesSchemas = ExercisesComponents['schemas'];
export type ScoresSchemas = ScoresComponents['schemas'];
export type UserManagementSchemas = UserManagementComponents['schemas'];

type Paths = ExercisesPaths & ScoresPaths & UserManagementPaths;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type MethodOf<Item> = { [M in Method]: Item extends Record<M, object> ? M : never }[Method];

/** A method and a path below `/api/v1`, such as `GET /exercises/{id}`. */
export type Operation = {
  [P in keyof Paths]: P extends `/api/v1${infer Path}`
    ? `${Uppercase<MethodOf<Paths[P]>>} ${Path}`
    : never;
}[keyof Paths];

/** The JSON of a successful answer. */
export type Answer<O extends Operation> = O extends Operation
  ? Json<Success<Member<Definition<O>, 'responses'>>>
  : never;

/** The JSON that an operation takes. */
export type Body<O extends Operation> = Json<Member<Definition<O>, 'requestBody'>>;

/** What a call passes; parameters that are null, undefined or empty are not sent. */
export type Options<O extends Operation> = PathOption<Parameter<O, 'path'>> &
  HeaderOption<Parameter<O, 'header'>> &
  BodyOption<Member<Definition<O>, 'requestBody'>> & {
    readonly query?: Query<O>;
    /** The media type to ask for where it is not JSON. */
    readonly accept?: string;
    readonly signal?: AbortSignal;
  };

/** The query parameters of an operation. */
export type Query<O extends Operation> = {
  readonly [K in keyof Parameter<O, 'query'>]: Parameter<O, 'query'>[K] | null | undefined;
};

type PathOption<P> = [P] extends [never]
  ? unknown
  : { readonly path: { readonly [K in keyof P]: string | number } };

type HeaderOption<H> = [H] extends [never]
  ? unknown
  : Record<string, never> extends H
    ? { readonly header?: H }
    : { readonly header: H };

type BodyOption<B> = NonNullable<B> extends { content: infer Content } ? Sent<Content> : unknown;

/** What is sent, by the media types that the operation takes. */
type Sent<Content> = Content extends { 'application/json': infer J; 'application/zip': unknown }
  ? { readonly body: J } | { readonly zip: Blob }
  : Content extends { 'application/json': infer J }
    ? { readonly body: J }
    : Content extends { 'application/zip': unknown }
      ? { readonly zip: Blob }
      : Content extends { 'text/csv': unknown }
        ? { readonly csv: Blob }
        : Content extends { 'application/octet-stream': unknown }
          ? { readonly bytes: Blob }
          : unknown;

type Definition<O extends Operation> = O extends `${infer M} ${infer Path}`
  ? Member<Member<Paths, `/api/v1${Path}`>, Lowercase<M>>
  : never;
type Parameter<O extends Operation, Kind extends string> = NonNullable<
  Member<Member<Definition<O>, 'parameters'>, Kind>
>;
type Success<Responses> = Member<Responses, 200 | 201 | 202>;
type Json<Message> = Message extends { content: { 'application/json': infer J } } ? J : never;
type Member<T, K> = K extends keyof T ? T[K] : never;
