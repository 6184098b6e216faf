using System.Text;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// Proving an account before the greeting (IRCv3 sasl-3.1 and 3.2, RFC 4616 for PLAIN). Who wants one never comes in without it: others
/// would take them for somebody else, and what they may do would be missing without a word.
/// </summary>
internal static class AccountProof
{
    /// <summary>"The response is split into 400-byte chunks"; one of exactly that length is followed by an empty one (sasl-3.1).</summary>
    private const int LongestProof = 400;

    /// <summary>Why the account can't be proved on a server that offers this; null if it can be tried.</summary>
    public static string? WhyNone(ClientModel model)
    {
        if (model.Settings.Account is not { } account)
            return null;
        if (!model.Offered.Contains(Caps.Sasl))
            return "it has no accounts that a client could prove (SASL); join without one";
        var known = model.Details.GetValueOrDefault(Caps.Sasl, "");
        var isOffered = known.Length == 0 || known.Split(',').Contains(account.Mechanism, StringComparer.OrdinalIgnoreCase);
        if (!isOffered && account.Password is null)
            return $"it asks for no certificate on this connection; it lets accounts be proved by {known}";
        return isOffered ? null : $"it lets accounts be proved by {known}, and not by {account.Mechanism}";
    }

    /// <summary>Null when nothing is to be proved, or it is: then the negotiation ends.</summary>
    public static ClientStep? Prove(ClientModel model)
    {
        if (model.Phase != ClientPhase.Registering || model.Settings.Account is not { } account || model.Proof == AccountPhase.Proved)
            return null;
        if (!model.Has(Caps.Sasl))
            return Refuse(model, "it does not let accounts be proved (SASL)");
        return model.Proof == AccountPhase.Unproved
            ? ClientStep.Of(model with { Proof = AccountPhase.Named }).Send("AUTHENTICATE", account.Mechanism)
            : ClientStep.Of(model);
    }

    /// <summary>The server is ready: `AUTHENTICATE +`.</summary>
    public static ClientStep HearAuthenticate(ClientModel model, in Incoming line)
    {
        if (model.Proof != AccountPhase.Named || model.Settings.Account is not { } account || line.Words != "+")
            return ClientStep.Of(model);
        var proof = account.Password is { } password ? $"\0{account.Name}\0{password}" : account.Name;
        var coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(proof));
        var step = ClientStep.Of(model with { Proof = AccountPhase.Given });
        for (var at = 0; at < coded.Length; at += LongestProof)
            step = step.Send("AUTHENTICATE", coded[at..Math.Min(at + LongestProof, coded.Length)]);
        return coded.Length % LongestProof == 0 ? step.Send("AUTHENTICATE", "+") : step;
    }

    /// <summary>902 and 904 to 908. Some servers say more than one of them; the first ends it.</summary>
    public static ClientStep HearUnproved(ClientModel model, in Incoming line, string numeric) =>
        model.Phase != ClientPhase.Registering || model.Settings.Account is null ? ClientStep.Of(model)
        : numeric == Numeric.SaslMechanisms ? Refuse(model, $"it lets accounts be proved by {line.Line.Parameter(1)} only")
        : ClientStep.Of(model).End(new Ending.AccountRefused(model.Settings.Account.Name, Wrong(model.Settings.Account) + line.Words));

    private static string Wrong(Account account) => account.Password is null ? "" : "the account or its password is wrong: ";

    public static ClientStep Refuse(ClientModel model, string why) =>
        ClientStep.Of(model).End(new Ending.AccountRefused(model.Settings.Account?.Name ?? "", why));
}
