import { expect, test } from './test';

test('the page is configured for the emulators and may reach them', async ({
  page,
  studio: _studio,
  cloud,
}) => {
  await page.goto('/');
  const answers = await page.evaluate(async () => {
    const config = (await (await fetch('/firebase.config.json')).json()) as {
      emulators: Record<string, string>;
    };
    return Promise.all(
      Object.values(config.emulators).map(async (host) => (await fetch(`http://${host}/`)).status),
    );
  });
  expect(answers).toHaveLength(Object.keys(cloud.emulators).length);
  expect(answers[0]).toBe(200);
});
