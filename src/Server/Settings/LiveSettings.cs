using System.Net;
using ChatRoom.Server.Transport.Tls;

namespace ChatRoom.Server.Settings;

/// <summary>
/// The settings that can change while the server runs. They are one value, so that nobody sees half of a change; what has no
/// setting is in <see cref="Limits"/>, and what rules read belongs to the journal (<see cref="Rules"/>).
/// </summary>
public sealed record LiveSettings
{
    /// <summary>What everybody has to know to come in; null lets everybody in.</summary>
    public string? Password { get; init; }

    /// <summary>The message of the day, a line each; empty for none.</summary>
    public IReadOnlyList<string> Motd { get; init; } = [];

    /// <summary>Who tends the server, a line each: where they are, and last how they are reached; empty for nobody's business.</summary>
    public IReadOnlyList<string> Admin { get; init; } = [];

    /// <summary>The address of a picture that stands for the network; null for none.</summary>
    public string? Icon { get; init; }

    /// <summary>Whether those who are too fast are slowed down.</summary>
    public bool HasFloodControl { get; init; } = true;

    /// <summary>Messages that are played to who comes into a room and can't ask for them, at most; 0 for none, where neither room nor account say otherwise.</summary>
    public int PlaybackMost { get; init; } = Limits.PlaybackMost;

    /// <summary>So many where it is not known when they were here last.</summary>
    public int PlaybackNewest { get; init; } = Limits.PlaybackNewest;

    /// <summary>How often a new password is hashed.</summary>
    public int PasswordIterations { get; init; } = Limits.PasswordIterations;

    /// <summary>Who logs in needs no server's password besides.</summary>
    public bool LoginAdmits { get; init; } = true;

    /// <summary>Who registers an account has to say where they are reached.</summary>
    public bool WantsMail { get; init; }

    /// <summary>Accounts can be registered before one is let in.</summary>
    public bool RegistersBefore { get; init; }

    public int FloodBurst { get; init; } = Limits.FloodBurst;

    public int FloodRate { get; init; } = Limits.FloodRate;

    public int BacklogBytes { get; init; } = Limits.BacklogBytes;

    public TimeSpan Handshake { get; init; } = Limits.Handshake;

    public TimeSpan PingAfter { get; init; } = Limits.PingAfter;

    public TimeSpan PingTimeout { get; init; } = Limits.PingTimeout;

    /// <summary>Connections from one address (of IPv6 a /64) at a time; 0 for any number.</summary>
    public int ConnectionsOfAddress { get; init; } = Limits.ConnectionsOfAddress;

    /// <summary>From the network around it (/24, of IPv6 a /48).</summary>
    public int ConnectionsOfNetwork { get; init; } = Limits.ConnectionsOfNetwork;

    /// <summary>Accounts that are registered from one address in a day; 0 for any number.</summary>
    public int RegistrationsOfAddress { get; init; } = Limits.RegistrationsOfAddress;

    public int RegistrationsOfNetwork { get; init; } = Limits.RegistrationsOfNetwork;

    /// <summary>From where as many may come, and register, as like to.</summary>
    public IReadOnlyList<IPNetwork> Exempt { get; init; } = Limits.Exempt;

    /// <summary>From where a PROXY header is wanted, and believed.</summary>
    public IReadOnlyList<IPNetwork> ProxyFrom { get; init; } = [];

    /// <summary>On the Unix socket a PROXY header is wanted, and believed.</summary>
    public bool HasProxyOnUnix { get; init; }

    /// <summary>Which gateways say for whom they come (WEBIRC); null for none.</summary>
    public WebGateways? Gateways { get; init; }

    /// <summary>Tags of clients that are not let through.</summary>
    public DeniedTags DeniedTags { get; init; } = DeniedTags.None;

    /// <summary>Pages that may begin a WebSocket, as origins; "*" for all, and none for those of the same host.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The operator's certificate; null for one that the server makes itself and signs itself. Without TLS nobody looks.</summary>
    public PemFiles? Certificate { get; init; }

    public RetentionSettings Retention { get; init; } = new();

    public RuleSettings Rules { get; init; } = new();

    /// <summary>Without what must not be read in a log.</summary>
    public override string ToString() => "LiveSettings";
}
