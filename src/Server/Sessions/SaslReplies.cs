using ChatRoom.Domain.Events;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions;

/// <summary>What SASL answers, in the numerics that IRCv3 has for it.</summary>
internal static class SaslReplies
{
    public static readonly IrcReply Aborted = Of(Numerics.ErrSaslAborted, "SASL was given up");

    public static readonly IrcReply Success = Of(Numerics.RplSaslSuccess, "SASL was successful");

    /// <summary>Before the greeting, by the name that the client has given itself so far.</summary>
    public static IrcReply LoggedIn(Registration state, Credential proved) => new IrcReply.LoggedIn(
        state.Nick?.Text ?? "*", $"{state.Nick?.Text ?? "*"}!{state.User ?? "*"}@{ServerInfo.Host}", proved.Account.Name.Text);

    public static IrcReply Of(Sasl.Output output, bool hasCertificate) => output switch
    {
        Sasl.Output.Say say => new IrcReply.Authenticate(say.Word),
        Sasl.Output.Failed failed => Of(Numerics.ErrSaslFail, failed.Why),
        Sasl.Output.TooLong => Of(Numerics.ErrSaslTooLong, "That line is too long: 400 bytes are the most, and more goes into another one"),
        Sasl.Output.Aborted => Aborted,
        Sasl.Output.WrongMechanism => new IrcReply.Numeric(Numeric.Code(Numerics.RplSaslMechs), Sasl.Mechanisms(hasCertificate), "are the mechanisms that can be used"),
        Sasl.Output.Check or Sasl.Output.Find or Sasl.Output.Look or Sasl.Output.Done or Sasl.Output.Missed => throw new InvalidOperationException($"{output.GetType().Name} is no reply."),
    };

    private static IrcReply.Numeric Of(ReadOnlySpan<byte> numeric, string text) => new(Numeric.Code(numeric), "", text);
}
