import { type ComponentType, lazy } from 'react';

/** Like `lazy`, which would remember a failure for ever: asks again when shown again. */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const begin = () =>
    lazy(() =>
      load().catch((error: unknown) => {
        Part = begin();
        throw error;
      }),
    ) as unknown as ComponentType<Props>;
  let Part = begin();
  return (props) => <Part {...props} />;
}
