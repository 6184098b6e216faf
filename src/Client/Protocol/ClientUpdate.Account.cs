using System.Collections.Immutable;
using System.Text;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// Proving an account before the greeting (IRCv3 sasl-3.1 and 3.2, RFC 4616 for PLAIN). Who wants one never comes in without it: others
/// would take them for somebody else, and what they may do would be missing without a word.
/// </summary>
public static partial class ClientUpdate
{
    /// <summary>"The response is split into 400-byte chunks"; one of exactly that length is followed by an empty one (sasl-3.1).</summary>
    private const int LongestProof = 400;

    /// <summary>Why the account can't be proved on a server that offers this; null if it can be tried.</summary>
    private static string? WhyNoAccount(ClientModel model)
    {
        if (model.Settings.Account is not { } account)
            return null;
        if (!model.Offered.Contains(Caps.Sasl))
            return "it has no accounts that a client could prove (SASL); join without one";
        var known = model.Details.GetValueOrDefault(Caps.Sasl, "");
        var isOffered = known.Length == 0 || known.Split(',').Contains(account.Mechanism, StringComparer.OrdinalIgnoreCase);
        return isOffered ? null : $"it lets accounts be proved by {known}, and not by {account.Mechanism}";
    }

    /// <summary>The negotiation ends when the account, if one is wanted, is proved.</summary>
    private static Step ProveOrEndCap(ClientModel model)
    {
        if (model.Phase != ClientPhase.Registering || model.Settings.Account is not { } account || model.Proof == AccountPhase.Proved)
            return EndCap(model);
        if (!model.Has(Caps.Sasl))
            return RefuseAccount(model, "it does not let accounts be proved (SASL)");
        return model.Proof == AccountPhase.Unproved
            ? Step.Of(model with { Proof = AccountPhase.Named }).Send("AUTHENTICATE", account.Mechanism)
            : Step.Of(model);
    }

    /// <summary>The server is ready: `AUTHENTICATE +`.</summary>
    private static Step HearAuthenticate(ClientModel model, in Incoming line)
    {
        if (model.Proof != AccountPhase.Named || model.Settings.Account is not { } account || line.Words != "+")
            return Step.Of(model);
        var proof = account.Password is { } password ? $"\0{account.Name}\0{password}" : account.Name;
        var coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(proof));
        var step = Step.Of(model with { Proof = AccountPhase.Given });
        for (var at = 0; at < coded.Length; at += LongestProof)
            step = step.Send("AUTHENTICATE", coded[at..Math.Min(at + LongestProof, coded.Length)]);
        return coded.Length % LongestProof == 0 ? step.Send("AUTHENTICATE", "+") : step;
    }

    private static Step HearProved(ClientModel model) => model.Phase == ClientPhase.Registering && model.Proof == AccountPhase.Given
        ? EndCap(model with { Proof = AccountPhase.Proved })
        : Step.Of(model);

    /// <summary>902 and 904 to 908. Some servers say more than one of them; the first ends it.</summary>
    private static Step HearUnproved(ClientModel model, in Incoming line, string numeric) =>
        model.Phase != ClientPhase.Registering || model.Settings.Account is null ? Step.Of(model)
        : numeric == Numeric.SaslMechanisms ? RefuseAccount(model, $"it lets accounts be proved by {line.Line.Parameter(1)} only")
        : Step.Of(model).End(new Ending.AccountRefused(model.Settings.Account.Name, "the account or its password is wrong: " + line.Words));

    private static Step RefuseAccount(ClientModel model, string why) =>
        Step.Of(model).End(new Ending.AccountRefused(model.Settings.Account?.Name ?? "", why));
}
