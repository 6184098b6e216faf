using ChatRoom.Irc;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Sessions.Commands;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Sessions;

/// <summary>The capabilities that this server offers, and what each changes in the way a client hears.</summary>
public static class Offered
{
    public const Capability All =
        Capability.MessageTags | Capability.ServerTime | Capability.EchoMessage | Capability.Batch | Capability.LabeledResponse
        | Capability.MultiPrefix | Capability.CapNotify | Capability.ChatHistory | Capability.AwayNotify | Capability.Once
        | Capability.InviteNotify | Capability.Resume | Capability.AccountTag | Capability.AccountNotify | Capability.ExtendedJoin
        | Capability.Sasl | Capability.AccountRegistration | Capability.ChannelRename | Capability.Persistence | Capability.ExtendedMonitor
        | Capability.UserHostInNames | Capability.EventPlayback | Capability.Context | Capability.MessageRedaction | Capability.Multiline | Capability.Search | Capability.SetName | Capability.ReadMarker | Metadata
        | NoNames | Capability.ZncPlayback | Capability.ExtendedSupport | Capability.OperatorTag | Capability.PreAway;

    /// <summary>By either name; they differ in the lines by which others hear of a change.</summary>
    public const Capability Metadata = Capability.Metadata | Capability.Metadata3;

    /// <summary>By its name and by that of the draft.</summary>
    public const Capability NoNames = Capability.NoImplicitNames | Capability.NoImplicitNamesDraft;

    private const string AccountRegistration = "draft/account-registration";

    /// <summary>What stands behind a capability's name for clients of version 302.</summary>
    public static string? Value(string capability, Registration.Terms terms) => capability switch
    {
        "sasl" => Sasl.Mechanisms(terms.HasCertificate),
        AccountRegistration => RegistrationValue(terms.RegistersBefore, terms.WantsMail),
        Multiline.Type => Multiline.Value,
        "draft/metadata-2" or "draft/metadata-3" =>
            $"before-connect,max-subs={Limits.MetadataSubscriptions},max-keys={Domain.Events.RuleLimits.MetadataKeys},max-value-bytes={Limits.MetadataBytes}",
        _ => null,
    };

    /// <summary>The one value that may change while the server runs.</summary>
    private static string? RegistrationValue(bool isBefore, bool wantsMail) => (isBefore, wantsMail) switch
    {
        (true, true) => "before-connect,email-required",
        (true, false) => "before-connect",
        (false, true) => "email-required",
        (false, false) => null,
    };

    /// <summary>The capability with its value, as these settings have it.</summary>
    public static string RegistrationNow(LiveSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return RegistrationValue(settings.RegistersBefore, settings.WantsMail) is { } value ? $"{AccountRegistration}={value}" : AccountRegistration;
    }

    /// <summary>Bits of a variant, which is the set of a connection's capabilities; <see cref="EventWriter.Cares"/> says which change a rendering.</summary>
    public const ulong Tags = (ulong)Capability.MessageTags;

    public const ulong Times = (ulong)Capability.ServerTime;

    public const ulong AccountTags = (ulong)Capability.AccountTag;

    public const ulong Accounts = (ulong)Capability.AccountNotify;

    public const ulong Joins = (ulong)Capability.ExtendedJoin;

    public const ulong Away = (ulong)Capability.AwayNotify;

    public const ulong RealNames = (ulong)Capability.SetName;

    public const ulong ReadMarkers = (ulong)Capability.ReadMarker;

    public const ulong OperatorTags = (ulong)Capability.OperatorTag;

    public const ulong Renames = (ulong)Capability.ChannelRename;

    /// <summary>Both, or a message of several lines is several messages.</summary>
    public const ulong Multilines = (ulong)(Capability.Multiline | Capability.Batch);

    public const ulong Redactions = (ulong)Capability.MessageRedaction;

    public const ulong Invitations = (ulong)Capability.InviteNotify;

    public static DeliveryOptions DeliveryOptions(Capability capabilities) => new((ulong)capabilities, capabilities.HasFlag(Capability.EchoMessage), capabilities.HasFlag(Capability.ExtendedMonitor));
}
