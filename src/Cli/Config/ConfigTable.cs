using System.Net;
using ChatRoom.Client.Connection;
using ChatRoom.Server;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Config;

/// <summary>
/// Every setting of the server, a row each. The file, the environment, the flags, `--print-config` and docs/configuration.md are all made from
/// it, so a new setting is a row here and its use. Names are for ever: a script or a file somewhere has them.
/// </summary>
public static class ConfigTable
{
    private static readonly List<ConfigKey> Rows = [];

    public static readonly ConfigKey<string> Name = Row(new ConfigKey<string>(
        "server.name", ConfigTypes.ServerName, "chatroom.local", "the server's name, as clients see it; of several on one journal each has one of its own, by default its machine's") { Flag = "--name", FlagValue = "NAME" });

    public static readonly ConfigKey<string> Network = Row(new ConfigKey<string>(
        "server.network", ConfigTypes.NetworkName, "ChatRoom", "the network's name, as clients show it"));

    public static readonly ConfigKey<string?> Data = Row(new ConfigKey<string?>(
        "server.data", ConfigTypes.Path, null, "the folder that holds everything; by default the platform's place for data")
        { Flag = "--data", FlagValue = "DIR", Variable = "CHATROOM_DATA", Example = "\"/srv/chat\"" });

    public static readonly ConfigKey<string?> Journal = Row(new ConfigKey<string?>(
        "server.journal", ConfigTypes.Journal, null, "a PostgreSQL database that keeps the history instead of a file, and that any number of servers share: together they are one chat")
        { Flag = "--journal", FlagValue = "URL", Example = "\"postgres://chatroom@db.example.org/chatroom\"" });

    public static readonly ConfigKey<bool> Memory = Row(new ConfigKey<bool>(
        "server.memory", ConfigTypes.Switch, false, "keep everything in memory and forget it at the end") { Flag = "--memory" });

    public static readonly ConfigKey<string?> PasswordFile = Row(new ConfigKey<string?>(
        "server.password_file", ConfigTypes.Path, null, "a file whose first line is the password that clients must give")
        { Flag = "--password-file", FlagValue = "FILE", Reloads = true, Example = "\"/etc/chatroom/password\"" });

    public static readonly ConfigKey<string?> MotdFile = Row(new ConfigKey<string?>(
        "server.motd_file", ConfigTypes.Path, null, "a file with the message of the day, for everybody who comes")
        { Flag = "--motd-file", FlagValue = "FILE", Reloads = true, Example = "\"/etc/chatroom/motd\"" });

    public static readonly ConfigKey<string?> Admin = Row(new ConfigKey<string?>(
        "server.admin", ConfigTypes.Line, null, "who tends the server and how they are reached, for who asks (ADMIN)")
        { Reloads = true, Example = "\"Mai, mai@chat.example.org\"" });

    public static readonly ConfigKey<string?> Icon = Row(new ConfigKey<string?>(
        "server.icon", ConfigTypes.Icon, null, "a picture that stands for the network, in clients that show one")
        { Reloads = true, Example = "\"https://chat.example.org/icon.png\"" });

    public static readonly ConfigKey<string> Host = Row(new ConfigKey<string>(
        "listen.host", ConfigTypes.Host, "127.0.0.1",
        "the address to listen on; with TLS and without insecure only the TLS port listens there, and the plain one on 127.0.0.1")
        { Flag = "--host", FlagValue = "HOST" });

    public static readonly ConfigKey<int> Port = Row(new ConfigKey<int>(
        "listen.port", ConfigTypes.Number(0, 65_535), 6667, "the port to listen on; 0 takes a free one") { Flag = "--port", FlagValue = "PORT" });

    public static readonly ConfigKey<bool> Insecure = Row(new ConfigKey<bool>(
        "listen.insecure", ConfigTypes.Switch, false, "let others reach the plain port too, where nothing is encrypted") { Flag = "--insecure" });

    public static readonly ConfigKey<IReadOnlyList<IPNetwork>> ProxyFrom = Row(new ConfigKey<IReadOnlyList<IPNetwork>>(
        "listen.proxy_from", ConfigTypes.Networks, [],
        "proxies, as addresses or networks, that have to say with a PROXY header (version 1 or 2) for whom they come; as a flag it can be given again")
        { Flag = "--proxy-from", FlagValue = "CIDR[,CIDR]", Reloads = true });

    public static readonly ConfigKey<string?> Unix = Row(new ConfigKey<string?>(
        "listen.unix", ConfigTypes.Path, null, "listen on a Unix socket too, for bouncers and proxies on this machine; one that a dead server left there is replaced")
        { Flag = "--unix", FlagValue = "PATH", Example = "\"/run/chatroom/irc\"" });

    public static readonly ConfigKey<UnixFileMode> UnixMode = Row(new ConfigKey<UnixFileMode>(
        "listen.unix_mode", ConfigTypes.Mode, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite,
        "who may use it, as chmod says it"));

    public static readonly ConfigKey<bool> UnixProxy = Row(new ConfigKey<bool>(
        "listen.unix_proxy", ConfigTypes.Switch, false, "who comes there has to say with a PROXY header for whom; without it they have no address, and no ban or limit of addresses means them")
        { Reloads = true });

    public static readonly ConfigKey<bool> Tls = Row(new ConfigKey<bool>(
        "tls.enabled", ConfigTypes.Switch, false,
        "serve TLS on a port of its own; without a certificate of yours with a self-signed one, made once and kept in the data folder")
        { Flag = "--tls" });

    public static readonly ConfigKey<int> TlsPort = Row(new ConfigKey<int>(
        "tls.port", ConfigTypes.Number(0, 65_535), ServerPlace.TlsPort, "the port to listen on for TLS; 0 takes a free one")
        { Flag = "--tls-port", FlagValue = "PORT" });

    public static readonly ConfigKey<string?> TlsCert = Row(new ConfigKey<string?>(
        "tls.cert", ConfigTypes.Path, null, "the certificate as PEM, with those that vouch for it; read again when it changes and on SIGHUP")
        { Flag = "--tls-cert", FlagValue = "FILE", Reloads = true, Example = "\"/etc/chatroom/fullchain.pem\"" });

    public static readonly ConfigKey<string?> TlsKey = Row(new ConfigKey<string?>(
        "tls.key", ConfigTypes.Path, null, "the certificate's private key as PEM")
        { Flag = "--tls-key", FlagValue = "FILE", Reloads = true, Example = "\"/etc/chatroom/privkey.pem\"" });

    public static readonly ConfigKey<int> StsDays = Row(new ConfigKey<int>(
        "tls.sts_days", ConfigTypes.Number(0, 3650), 0, "tell clients to come over TLS only, and to remember that for so long; 0 does not")
        { Flag = "--sts", FlagValue = "DAYS" });

    public static readonly ConfigKey<int?> WebSocketPort = Row(new ConfigKey<int?>(
        "websocket.port", ConfigTypes.NumberOrNone(0, 65_535), null,
        "listen for WebSockets on this port, where the plain one listens; TLS is for the web server in front, which listen.proxy_from lets say for whom it comes (X-Forwarded-For)")
        { Flag = "--ws-port", FlagValue = "PORT", Example = "8067" });

    public static readonly ConfigKey<IReadOnlyList<string>> Origins = Row(new ConfigKey<IReadOnlyList<string>>(
        "websocket.origins", ConfigTypes.Origins, [], "pages that may use it, such as https://chat.example.org, or *; by default those of the same host")
        { Reloads = true });

    public static readonly ConfigKey<string?> WebIrcPasswordFile = Row(new ConfigKey<string?>(
        "webirc.password_file", ConfigTypes.Path, null, "a file whose first line is the password with which gateways say for whom they come (WEBIRC)")
        { Reloads = true, Example = "\"/etc/chatroom/webirc\"" });

    public static readonly ConfigKey<IReadOnlyList<IPNetwork>> WebIrcFrom = Row(new ConfigKey<IReadOnlyList<IPNetwork>>(
        "webirc.from", ConfigTypes.Networks, [], "the gateways, as addresses or networks; nobody else is believed, whatever they know") { Reloads = true });

    public static readonly ConfigKey<int?> HttpPort = Row(new ConfigKey<int?>(
        "http.port", ConfigTypes.NumberOrNone(0, 65_535), null, "show /metrics, /health and /ready over HTTP on this port; 0 takes a free one")
        { Flag = "--http-port", FlagValue = "PORT", Example = "9667" });

    public static readonly ConfigKey<IPAddress> HttpHost = Row(new ConfigKey<IPAddress>(
        "http.host", ConfigTypes.Address, IPAddress.Loopback, "the address for HTTP") { Flag = "--http-host", FlagValue = "ADDRESS" });

    public static readonly ConfigKey<LogLevel> LogLevel = Row(new ConfigKey<LogLevel>(
        "log.level", ConfigTypes.Level, Microsoft.Extensions.Logging.LogLevel.Information, "the least that is logged; debug tells of every connection")
        { Flag = "--log-level", FlagValue = "debug|info|warning|error", Reloads = true });

    public static readonly ConfigKey<bool> LogsJson = Row(new ConfigKey<bool>(
        "log.format", ConfigTypes.Json, false, "logs for people, or as a JSON object a line for programs") { Flag = "--log-format", FlagValue = "text|json" });

    public static readonly ConfigKey<bool> Flood = Row(new ConfigKey<bool>(
        "flood.control", ConfigTypes.Switch, true, "whether those who talk too fast are slowed down")
        { Flag = "--flood", FlagValue = "on|off", Reloads = true });

    public static readonly ConfigKey<int> FloodBurst = Row(new ConfigKey<int>(
        "flood.burst", ConfigTypes.Number(1, 10_000), Limits.FloodBurst, "commands that may come at once") { Reloads = true });

    public static readonly ConfigKey<int> FloodRate = Row(new ConfigKey<int>(
        "flood.rate", ConfigTypes.Number(1, 10_000), Limits.FloodRate, "commands a second after that") { Reloads = true });

    public static readonly ConfigKey<int> PlaybackMost = Row(new ConfigKey<int>(
        "playback.most", ConfigTypes.Number(0, Limits.HistoryPage), Limits.PlaybackMost,
        "missed messages that are told to who comes into a room with a client that can't ask for them; 0 for none (a room's MODE +H and an account's NS SET PLAYBACK count more)") { Reloads = true });

    public static readonly ConfigKey<int> PlaybackNewest = Row(new ConfigKey<int>(
        "playback.newest", ConfigTypes.Number(0, Limits.HistoryPage), Limits.PlaybackNewest,
        "the newest messages that are told to them where it is not known when they were here last") { Reloads = true });

    public static readonly ConfigKey<int> RetentionRooms = Row(new ConfigKey<int>(
        "retention.room_days", ConfigTypes.Number(0, Server.Settings.RoomDays.Most), 0, "how long what is said in rooms is kept, in days; 0 for good. What is older is forgotten in all files, within minutes") { Reloads = true });

    public static readonly ConfigKey<int> RetentionPrivate = Row(new ConfigKey<int>(
        "retention.private_days", ConfigTypes.Number(0, Server.Settings.RoomDays.Most), 0, "the same for private conversations") { Reloads = true });

    public static readonly ConfigKey<int> RetentionReasons = Row(new ConfigKey<int>(
        "retention.reason_days", ConfigTypes.Number(0, Server.Settings.RoomDays.Most), 0, "the same for why people left, were shown out and so on") { Reloads = true });

    public static readonly ConfigKey<IReadOnlyList<RoomDays>> RetentionOfRooms = Row(new ConfigKey<IReadOnlyList<RoomDays>>(
        "retention.rooms", ConfigTypes.RoomDays, [], "rooms for which another number holds than retention.room_days") { Reloads = true });

    public static readonly ConfigKey<string?> Registration = Row(new ConfigKey<string?>(
        "accounts.registration", ConfigTypes.Word(RuleSettings.Registrations), null,
        "who may register an account by themselves; written into the journal, as [rules] is, where a new one begins with open")
        { Reloads = true, Example = "\"invite\"" });

    public static readonly ConfigKey<int> PasswordIterations = Row(new ConfigKey<int>(
        "accounts.password_iterations", ConfigTypes.Number(4096, 10_000_000), Limits.PasswordIterations,
        "how often a new password is hashed: more costs each login more, and a thief of the journal much more") { Reloads = true });

    public static readonly ConfigKey<bool> LoginAdmits = Row(new ConfigKey<bool>(
        "accounts.login_admits", ConfigTypes.Switch, true, "people who log in to an account need no server's password besides") { Reloads = true });

    public static readonly ConfigKey<bool> WantsMail = Row(new ConfigKey<bool>(
        "accounts.mail_required", ConfigTypes.Switch, false,
        "who registers an account has to give a mail address, for those who decide on it or help with a forgotten password; the server itself writes to nobody") { Reloads = true });

    public static readonly ConfigKey<bool> RegistersBefore = Row(new ConfigKey<bool>(
        "accounts.register_before_connect", ConfigTypes.Switch, false,
        "let people register an account before they are let in; while only accounts come in, only with an invitation") { Reloads = true });

    public static readonly ConfigKey<int> RegistrationsOfAddress = Row(new ConfigKey<int>(
        "accounts.registrations_of_address", ConfigTypes.Number(0, 1_000_000), Limits.RegistrationsOfAddress,
        "accounts that may be registered from one address (of IPv6 a /64) within a day; 0 for any number") { Reloads = true });

    public static readonly ConfigKey<int> RegistrationsOfNetwork = Row(new ConfigKey<int>(
        "accounts.registrations_of_network", ConfigTypes.Number(0, 1_000_000), Limits.RegistrationsOfNetwork,
        "the same for the network around it (a /24, of IPv6 a /48)") { Reloads = true });

    public static readonly ConfigKey<bool?> Alarm = Row(new ConfigKey<bool?>(
        "accounts.alarm", ConfigTypes.SwitchOrNone, null,
        "let only those in who log in to an account, or everybody again; written into the journal, where ALARM says the same") { Reloads = true, Example = "true" });

    public static readonly ConfigKey<int> ConnectionsOfAddress = Row(new ConfigKey<int>(
        "limits.connections_of_address", ConfigTypes.Number(0, 1_000_000), Limits.ConnectionsOfAddress,
        "connections from one address (of IPv6 a /64) at a time; 0 for any number") { Reloads = true });

    public static readonly ConfigKey<int> ConnectionsOfNetwork = Row(new ConfigKey<int>(
        "limits.connections_of_network", ConfigTypes.Number(0, 1_000_000), Limits.ConnectionsOfNetwork,
        "the same for the network around it (a /24, of IPv6 a /48)") { Reloads = true });

    public static readonly ConfigKey<IReadOnlyList<IPNetwork>> Exempt = Row(new ConfigKey<IReadOnlyList<IPNetwork>>(
        "limits.exempt", ConfigTypes.Networks, Limits.Exempt,
        "addresses and networks that are under none of the limits for addresses") { Reloads = true });

    public static readonly ConfigKey<int> HandshakeSeconds = Row(Seconds(
        "limits.handshake_seconds", 5, 600, Limits.Handshake, "how long a connection may take to introduce itself"));

    public static readonly ConfigKey<int> PingAfterSeconds = Row(Seconds(
        "limits.ping_after_seconds", 10, 3600, Limits.PingAfter, "the silence after which a client is asked whether it is still there"));

    public static readonly ConfigKey<int> PingTimeoutSeconds = Row(Seconds(
        "limits.ping_timeout_seconds", 11, 7200, Limits.PingTimeout, "the silence after which it is not"));

    public static readonly ConfigKey<int> UnreadMib = Row(new ConfigKey<int>(
        "limits.unread_mib", ConfigTypes.Number(1, 64), Limits.BacklogBytes / (1024 * 1024),
        "what may wait for a client that reads too slowly, in MiB; with more it is closed") { Reloads = true });

    public static readonly ConfigKey<IReadOnlyList<string>> DeniedTags = Row(new ConfigKey<IReadOnlyList<string>>(
        "limits.denied_tags", ConfigTypes.DeniedTags, [],
        "tags of clients that are not let through, as CLIENTTAGDENY tells them: names without +, or * for all and then -NAME for what passes") { Reloads = true });

    public static readonly ConfigKey<int?> RoomsOfPerson = Row(Rule("rules.rooms_of_person", 1, 10_000, "rooms that somebody may be in", RuleSettings.First.RoomsOfPerson));

    public static readonly ConfigKey<int?> TopicBytes = Row(Rule("rules.topic_bytes", 1, RuleSettings.First.TopicBytes!.Value, "the longest topic, in bytes of UTF-8", RuleSettings.First.TopicBytes));

    public static readonly ConfigKey<int?> AwayBytes = Row(Rule("rules.away_bytes", 1, RuleSettings.First.AwayBytes!.Value, "the longest words for being away, in bytes of UTF-8", RuleSettings.First.AwayBytes));

    public static readonly ConfigKey<int?> SeenIds = Row(Rule(
        "rules.seen_ids", 16, 65_536, "the last messages of each room that may be said again without being said twice", RuleSettings.First.SeenIds));

    public static readonly ConfigKey<int?> PastRooms = Row(Rule(
        "rules.past_rooms", 0, 1_000_000, "rooms that ended and whose history a later room of that name takes up", RuleSettings.First.PastRooms));

    public static readonly ConfigKey<int?> StaySeconds = Row(Rule(
        "rules.stay_seconds", 0, 86_400, "how long those who can come back stay without a connection when their server ended", RuleSettings.First.StaySeconds));

    public static readonly ConfigKey<int?> PersistDays = Row(Rule(
        "rules.persist_days", 0, 3_650, "how long people of accounts that ask for it (PERSISTENCE) stay while nobody is connected; 0 for not at all", RuleSettings.First.PersistDays));

    public static readonly ConfigKey<int?> RedactMinutes = Row(Rule(
        "rules.redact_minutes", 0, 10_000_000, "how long people may take back what they said (REDACT); 0 for not at all", RuleSettings.First.RedactMinutes));

    public static readonly ConfigKey<bool?> PersistsUnasked = Row(new ConfigKey<bool?>(
        "rules.persist_unasked", ConfigTypes.SwitchOrNone, null,
        "whether people of accounts that said nothing of it (PERSISTENCE SET DEFAULT) stay while nobody is connected") { Reloads = true, Example = "true" });

    /// <summary>In the order in which they are printed.</summary>
    public static IReadOnlyList<ConfigKey> All => Rows;

    private static TKey Row<TKey>(TKey key)
        where TKey : ConfigKey
    {
        Rows.Add(key);
        return key;
    }

    private static ConfigKey<int> Seconds(string name, int least, int most, TimeSpan byDefault, string doc) =>
        new(name, ConfigTypes.Number(least, most), (int)byDefault.TotalSeconds, doc) { Reloads = true };

    /// <summary>A limit of the rules has no default: where it is not given, it stays as the journal has it.</summary>
    private static ConfigKey<int?> Rule(string name, int least, int most, string doc, int? first) =>
        new(name, ConfigTypes.NumberOrNone(least, most), null, doc) { Reloads = true, Example = $"{first}" };
}
