using System.Net;
using System.Net.Sockets;
using ChatRoom.Cli.Config;
using ChatRoom.Journal.Folder;
using ChatRoom.Journal.Postgres;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Transport;
using ChatRoom.Server.Transport.Tls;

namespace ChatRoom.Cli.Serve;

/// <summary>What a server is started with, made of what an operator has set. What is wrong here lies outside: a file, a name, an address.</summary>
public static class ServingSettings
{
    /// <summary>Several screens full; more is no message of the day.</summary>
    private const int MostMotdLines = 200;

    /// <summary>The settings, or a line that says why there are none.</summary>
    public static async Task<(ServerSettings? Settings, string? Wrong)> Read(Configuration settings, Func<string, string?> variable, CancellationToken cancel)
    {
        if (ReadLive(settings, out var live) is { } fault)
            return (null, fault);
        var host = settings.Get(ConfigTable.Host);
        if (await Address(host, cancel) is not { } address)
            return (null, $"{settings.WhereIs(ConfigTable.Host)} {host} is no address of this machine's; 127.0.0.1 and 0.0.0.0 are");
        if (!Collector.TryRead(variable, out var telemetry, out var noCollector))
            return (null, noCollector);
        var hasTls = settings.Get(ConfigTable.Tls);
        // With TLS there is no need for others to reach the plain port; an operator who wants that has to say so.
        var plain = !hasTls || settings.Get(ConfigTable.Insecure) || IPAddress.IsLoopback(address) ? address : IPAddress.Loopback;
        var read = new ServerSettings(
            new IPEndPoint(plain, settings.Get(ConfigTable.Port)),
            settings.Get(ConfigTable.Memory) ? null : settings.Get(ConfigTable.Data) ?? DataFolder.Default(),
            NameOf(settings), live,
            hasTls ? new TlsSettings(new IPEndPoint(address, settings.Get(ConfigTable.TlsPort)), settings.Get(ConfigTable.StsDays)) : null)
        {
            Journal = settings.Get(ConfigTable.Journal) is { } journal ? PostgresAddress.Parse(journal, out _) : null,
            Network = settings.Get(ConfigTable.Network),
            Http = settings.Get(ConfigTable.HttpPort) is { } port ? new IPEndPoint(settings.Get(ConfigTable.HttpHost), port) : null,
            WebSocket = settings.Get(ConfigTable.WebSocketPort) is { } web ? new IPEndPoint(plain, web) : null,
            Unix = settings.Get(ConfigTable.Unix) is { } unix ? new UnixPlace(Path.GetFullPath(unix), settings.Get(ConfigTable.UnixMode)) : null,
            Telemetry = telemetry,
        };
        return (read, null);
    }

    /// <summary>The part that can change while the server runs.</summary>
    /// <returns>What is wrong; null if nothing is.</returns>
    public static string? ReadLive(Configuration settings, out LiveSettings live)
    {
        live = new LiveSettings();
        string? password = null;
        if (settings.Get(ConfigTable.PasswordFile) is { } file && !PasswordFile.TryRead(settings.WhereIs(ConfigTable.PasswordFile), file, out password, out var wrong))
            return wrong;
        string? gateways = null;
        if (settings.Get(ConfigTable.WebIrcPasswordFile) is { } secret && !PasswordFile.TryRead(settings.WhereIs(ConfigTable.WebIrcPasswordFile), secret, out gateways, out var unread))
            return unread;
        if (ReadMotd(settings, out var motd) is { } fault)
            return fault;
        live = new LiveSettings
        {
            Password = password,
            Motd = motd,
            Admin = settings.Get(ConfigTable.Admin) is { } admin ? [admin] : [],
            Icon = settings.Get(ConfigTable.Icon),
            HasFloodControl = settings.Get(ConfigTable.Flood),
            FloodBurst = settings.Get(ConfigTable.FloodBurst),
            FloodRate = settings.Get(ConfigTable.FloodRate),
            PlaybackMost = settings.Get(ConfigTable.PlaybackMost),
            PlaybackNewest = settings.Get(ConfigTable.PlaybackNewest),
            Retention = new RetentionSettings
            {
                RoomDays = settings.Get(ConfigTable.RetentionRooms),
                PrivateDays = settings.Get(ConfigTable.RetentionPrivate),
                ReasonDays = settings.Get(ConfigTable.RetentionReasons),
                Rooms = settings.Get(ConfigTable.RetentionOfRooms),
            },
            PasswordIterations = settings.Get(ConfigTable.PasswordIterations),
            LoginAdmits = settings.Get(ConfigTable.LoginAdmits),
            WantsMail = settings.Get(ConfigTable.WantsMail),
            RegistersBefore = settings.Get(ConfigTable.RegistersBefore),
            BacklogBytes = settings.Get(ConfigTable.UnreadMib) * 1024 * 1024,
            Handshake = TimeSpan.FromSeconds(settings.Get(ConfigTable.HandshakeSeconds)),
            PingAfter = TimeSpan.FromSeconds(settings.Get(ConfigTable.PingAfterSeconds)),
            PingTimeout = TimeSpan.FromSeconds(settings.Get(ConfigTable.PingTimeoutSeconds)),
            ConnectionsOfAddress = settings.Get(ConfigTable.ConnectionsOfAddress),
            ConnectionsOfNetwork = settings.Get(ConfigTable.ConnectionsOfNetwork),
            RegistrationsOfAddress = settings.Get(ConfigTable.RegistrationsOfAddress),
            RegistrationsOfNetwork = settings.Get(ConfigTable.RegistrationsOfNetwork),
            Exempt = settings.Get(ConfigTable.Exempt),
            ProxyFrom = settings.Get(ConfigTable.ProxyFrom),
            Origins = settings.Get(ConfigTable.Origins),
            HasProxyOnUnix = settings.Get(ConfigTable.UnixProxy),
            Gateways = gateways is null ? null : new WebGateways(gateways, settings.Get(ConfigTable.WebIrcFrom)),
            DeniedTags = new DeniedTags(settings.Get(ConfigTable.DeniedTags)),
            Certificate = Certificate(settings),
            Rules = Rules(settings),
        };
        return null;
    }

    /// <summary>All that can be said about settings without starting a server: a line for each fault, and what else an operator should know.</summary>
    public static async Task<(IReadOnlyList<string> Faults, IReadOnlyList<string> Notes)> Check(Configuration settings, Func<string, string?> variable, CancellationToken cancel)
    {
        var (read, wrong) = await Read(settings, variable, cancel);
        var faults = new List<string>(wrong is null ? [] : [wrong]);
        IReadOnlyList<string> notes = [];
        if (read?.Journal is { } journal)
        {
            (wrong, notes) = PostgresCheck.Run(journal);
            faults.AddRange(wrong is null ? [] : [wrong]);
        }
        try
        {
            if (settings.Get(ConfigTable.Tls) && Certificate(settings) is { } files)
            {
                var (certificate, key) = files.Read();
                ServerCertificate.Parse(certificate, key, files, TimeProvider.System.GetUtcNow());
            }
        }
        catch (CertificateException fault)
        {
            faults.Add(fault.Message);
        }
        return (faults, notes);
    }

    /// <summary>Of several servers each needs a name of its own, and its machine has one.</summary>
    private static string NameOf(Configuration settings)
    {
        var own = settings.Get(ConfigTable.Name);
        if (settings.SourceOf(ConfigTable.Name) != ConfigSource.Default || settings.Get(ConfigTable.Journal) is null)
            return own;
        var machine = Environment.MachineName.ToLowerInvariant();
        // A name without a dot could be somebody's nickname.
        var name = machine.Contains('.', StringComparison.Ordinal) ? machine : $"{machine}.local";
        return ConfigTypes.ServerName.Read([name]).Wrong is null ? name : own;
    }

    private static PemFiles? Certificate(Configuration settings) =>
        settings.Get(ConfigTable.TlsCert) is { } certificate && settings.Get(ConfigTable.TlsKey) is { } key ? new PemFiles(certificate, key) : null;

    private static RuleSettings Rules(Configuration settings) => new()
    {
        RoomsOfPerson = settings.Get(ConfigTable.RoomsOfPerson),
        TopicBytes = settings.Get(ConfigTable.TopicBytes),
        AwayBytes = settings.Get(ConfigTable.AwayBytes),
        SeenIds = settings.Get(ConfigTable.SeenIds),
        PastRooms = settings.Get(ConfigTable.PastRooms),
        StaySeconds = settings.Get(ConfigTable.StaySeconds),
        PersistDays = settings.Get(ConfigTable.PersistDays),
        RedactMinutes = settings.Get(ConfigTable.RedactMinutes),
        PersistsUnasked = settings.Get(ConfigTable.PersistsUnasked),
        Registration = settings.Get(ConfigTable.Registration),
        IsAlarmed = settings.Get(ConfigTable.Alarm),
    };

    private static string? ReadMotd(Configuration settings, out IReadOnlyList<string> lines)
    {
        lines = [];
        if (settings.Get(ConfigTable.MotdFile) is not { } path)
            return null;
        try
        {
            // What could not stand in a line becomes a blank; one more than the most, to see that there are more.
            lines = [.. File.ReadLines(path).Take(MostMotdLines + 1).Select(line => line.Replace('\0', ' ').Replace('\r', ' ').TrimEnd())];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"cannot read {settings.WhereIs(ConfigTable.MotdFile)} '{path}': {fault.Message}";
        }
        return lines.Count > MostMotdLines ? $"{settings.WhereIs(ConfigTable.MotdFile)} '{path}' has more than {MostMotdLines} lines; nobody reads that every day" : null;
    }

    private static async Task<IPAddress?> Address(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host, out var address))
            return address;
        try
        {
            var found = await Dns.GetHostAddressesAsync(host, cancel);
            return found.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? found.FirstOrDefault();
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
