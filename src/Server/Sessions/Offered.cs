using ChatRoom.Irc;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Sessions;

/// <summary>The capabilities that this server offers, and what each changes in the way a client hears.</summary>
public static class Offered
{
    public const Capability All =
        Capability.MessageTags | Capability.ServerTime | Capability.EchoMessage | Capability.Batch | Capability.LabeledResponse
        | Capability.MultiPrefix | Capability.CapNotify | Capability.ChatHistory | Capability.AwayNotify | Capability.Once
        | Capability.Resume;

    /// <summary>Bits of the variants of <see cref="Voice"/>: the capabilities that change what bystanders are sent.</summary>
    public const byte Tags = 1;

    public const byte Times = 2;

    public const byte Away = 4;

    public static Hearing Hearing(Capability capabilities) => new(
        (byte)(Bit(capabilities, Capability.MessageTags, Tags) | Bit(capabilities, Capability.ServerTime, Times)
            | Bit(capabilities, Capability.AwayNotify, Away)),
        capabilities.HasFlag(Capability.EchoMessage));

    private static int Bit(Capability capabilities, Capability one, byte bit) => capabilities.HasFlag(one) ? bit : 0;
}
