# docker build -t dstack-check . && docker run --rm -v "$PWD:/work" dstack-check check
FROM node:22-alpine AS build
WORKDIR /source
COPY . .
RUN npm run package:npm -- /package

FROM node:22-alpine
COPY --from=build /package/dstack-check-*.tgz /tmp/
RUN npm install --global /tmp/dstack-check-*.tgz && rm /tmp/dstack-check-*.tgz
USER node
WORKDIR /work
ENTRYPOINT ["dstack-check"]
CMD ["check"]
