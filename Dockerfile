# The chat server in a container: `docker build -t chatroom .`, or just `docker compose up`.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK_IMAGE} AS build
WORKDIR /source
# What decides the packages comes first, so that a change of code alone does not restore them again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Domain/*.csproj src/Domain/
COPY src/Irc/*.csproj src/Irc/
COPY src/Server/*.csproj src/Server/
COPY src/Client/*.csproj src/Client/
COPY src/Cli/*.csproj src/Cli/
# For this platform alone: the native libraries of all the others would be two thirds of the program.
RUN dotnet restore src/Cli --use-current-runtime
COPY src src
RUN dotnet publish src/Cli -c Release --no-restore --use-current-runtime --no-self-contained -o /app

FROM ${RUNTIME_IMAGE}
COPY --from=build /app /app
# A user without a name needs no line in the image's list of users.
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
ENV CHATROOM_DATA=/data DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 6667 9667
STOPSIGNAL SIGTERM
# On the port that CMD listens on; who gives another one to `serve` gives it here too.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["dotnet", "/app/chatroom.dll", "health"]
ENTRYPOINT ["dotnet", "/app/chatroom.dll"]
# Inside a container every address is the network's; who may reach it is decided by what is published.
CMD ["serve", "--host", "0.0.0.0", "--insecure", "--http-port", "9667", "--http-host", "0.0.0.0"]
