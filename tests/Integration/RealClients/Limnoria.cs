using System.Net;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>Limnoria is a bot: it logs in with SASL and does what it is asked in a room.</summary>
internal sealed class Limnoria : IAsyncDisposable
{
    private readonly TemporaryFolder _home = new();

    public Limnoria(IPEndPoint server)
    {
        var folders = new[] { "backup", "conf", "data", "data.tmp", "data.web", "log", "plugins" }
            .Select(name => $"supybot.directories.{name.Replace(".web", "", StringComparison.Ordinal)}{(name == "data.web" ? ".web" : "")}: {_home[name]}");
        File.WriteAllText(_home["bot.conf"], $"""
            supybot.nick: Tuan
            supybot.ident: tuan
            supybot.networks: here
            supybot.networks.here.servers: {server}
            supybot.networks.here.ssl: False
            supybot.networks.here.channels: #lobby
            supybot.networks.here.sasl.username: Tuan
            supybot.networks.here.sasl.password: tea
            supybot.networks.here.sasl.required: True
            supybot.reply.whenAddressedBy.chars: @
            supybot.protocols.irc.throttleTime: 0.0
            supybot.log.stdout: True
            supybot.log.stdout.level: DEBUG
            supybot.capabilities: owner
            supybot.plugins: Misc Owner Utilities
            supybot.plugins.Misc: True
            supybot.plugins.Utilities: True
            {string.Join('\n', folders)}

            """);
        Program = RunningProgram.Other("supybot", "--allow-root", "--allow-default-owner", _home["bot.conf"]);
    }

    public RunningProgram Program { get; }

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        _home.Dispose();
    }
}
