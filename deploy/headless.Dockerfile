# node scripts/build-headless.mjs && docker build -f deploy/headless.Dockerfile -t photonic-headless:0.1.0 .
FROM node:22-slim
COPY dist-headless /app
WORKDIR /work
USER node
ENTRYPOINT ["node", "/app/headless.js"]
