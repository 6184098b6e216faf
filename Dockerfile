# The chat server in a container: `docker build -t chatroom .`, or just `docker compose up`.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
# Without .NET: the program is native code. One without a shell does as well (runtime-deps:10.0-noble-chiseled).
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/runtime-deps:10.0

FROM ${SDK_IMAGE} AS build
WORKDIR /source
# What links native code.
RUN command -v clang || command -v gcc \
  || (apt-get update && apt-get install -y --no-install-recommends clang zlib1g-dev && rm -rf /var/lib/apt/lists/*)
# What decides the packages comes first, so that a change of code alone does not restore them again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Directory.Build.props src/BuildVersion.targets src/
# What checks the source while it is compiled; nothing of it is in the image.
COPY eng/ClosedUnions eng/ClosedUnions
COPY src/Domain/*.csproj src/Domain/
COPY src/Irc/*.csproj src/Irc/
COPY src/Journal/*.csproj src/Journal/
COPY src/Journal.Postgres/*.csproj src/Journal.Postgres/
COPY src/Server/*.csproj src/Server/
COPY src/Client/*.csproj src/Client/
COPY src/Tui/*.csproj src/Tui/
COPY src/Cli/*.csproj src/Cli/
RUN dotnet restore src/Cli --use-current-runtime -p:PublishAot=true
COPY src src
RUN dotnet publish src/Cli -c Release --no-restore --use-current-runtime -p:PublishAot=true -p:DebugType=none -o /app && mkdir /data

FROM ${RUNTIME_IMAGE}
COPY --from=build /app /app
# A user without a name needs no line in the image's list of users.
COPY --from=build --chown=10001:10001 /data /data
USER 10001:10001
ENV CHATROOM_DATA=/data DOTNET_RUNNING_IN_CONTAINER=true
VOLUME /data
EXPOSE 6667 9667
STOPSIGNAL SIGTERM
# On the port that CMD listens on; who gives another one to `serve` gives it here too.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["/app/chatroom", "health"]
ENTRYPOINT ["/app/chatroom"]
# Inside a container every address is the network's; who may reach it is decided by what is published.
CMD ["serve", "--host", "0.0.0.0", "--insecure", "--http-port", "9667", "--http-host", "0.0.0.0"]
