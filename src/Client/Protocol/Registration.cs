using System.Collections.Immutable;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>From the first byte to the end of the greeting: capabilities, nickname, password.</summary>
internal static class Registration
{
    public static ClientStep Open(ClientModel model, ClientMessage.Opened opened)
    {
        var step = ClientStep.Of(model with { Phase = ClientPhase.Registering, OpenedAt = opened.Now, HeardAt = opened.Now, Orders = [], Pages = [] });
        if (model.Settings.Password is { } password)
            step = step.Send("PASS", password);
        return step
            .Send("CAP", "LS", "302")
            .Send("NICK", model.Nick)
            .Send("USER", model.Settings.UserName, "0", "*", model.Nick);
    }

    /// <summary>The server's answer is `CAP client subcommand [*] :list`; the '*' says that more lines of the list follow.</summary>
    public static ClientStep HearCap(ClientModel model, in Incoming line)
    {
        var tokens = Capabilities.ParseList(line.Words);
        var names = tokens.Where(token => !token.Disabled).Select(token => token.Name).ToImmutableHashSet();
        if (line.Line.Parameter(1).ToUpperInvariant() is "LS" or "NEW")
            model = model with { Details = model.Details.SetItems(tokens.Where(Matters).Select(token => KeyValuePair.Create(token.Name, token.Value!))) };
        return line.Line.Parameter(1).ToUpperInvariant() switch
        {
            "LS" => HearCapList(model with { Offered = model.Offered.Union(names) }, more: line.Line.Parameter(2) == "*"),
            "NEW" => AskFor(model, names),
            "DEL" => ClientStep.Of(model with { Active = model.Active.Except(names) }),
            "ACK" => ProveOrEndCap(model with
            {
                Active = model.Active.Union(names).Except(tokens.Where(token => token.Disabled).Select(token => token.Name)),
            }),
            "NAK" => ProveOrEndCap(model),
            _ => ClientStep.Of(model),
        };
    }

    /// <summary>Only what we read is kept.</summary>
    private static bool Matters(CapabilityToken token) => token is { Name: Caps.Multiline or Caps.Sasl, Value: not null };

    private static ClientStep HearCapList(ClientModel model, bool more)
    {
        if (more)
            return ClientStep.Of(model);
        if (AccountProof.WhyNone(model) is { } why)
            return AccountProof.Refuse(model, why);
        var step = AskFor(model, model.Offered);
        return step.Effects.IsEmpty ? EndCap(model) : step;
    }

    private static ClientStep AskFor(ClientModel model, ImmutableHashSet<string> offered)
    {
        var wanted = Caps.WantedFor(model.Settings).Where(name => offered.Contains(name) && !model.Has(name)).ToList();
        return wanted.Count == 0 ? ClientStep.Of(model) : ClientStep.Of(model).Send("CAP", "REQ", string.Join(' ', wanted));
    }

    public static ClientStep HearProved(ClientModel model) => model.Phase == ClientPhase.Registering && model.Proof == AccountPhase.Given
        ? EndCap(model with { Proof = AccountPhase.Proved })
        : ClientStep.Of(model);

    private static ClientStep ProveOrEndCap(ClientModel model) => AccountProof.Prove(model) ?? EndCap(model);

    /// <summary>After the greeting (cap-notify) there is no negotiation to end.</summary>
    private static ClientStep EndCap(ClientModel model) =>
        model.Phase == ClientPhase.Registering ? Resuming.SendToken(model).Send("CAP", "END") : ClientStep.Of(model);

    /// <summary>The nickname in 001 is the one that we have, which on some networks is a shortened one.</summary>
    public static ClientStep HearWelcome(ClientModel model, in Incoming line)
    {
        if (model.Phase != ClientPhase.Registering)
            return ClientStep.Of(model);
        // A server that knows no CAP lets everybody in.
        if (model.Settings.Account is not null && model.Proof != AccountPhase.Proved)
            return AccountProof.Refuse(model, "it has no accounts that a client could prove (SASL); join without one");
        var nick = line.Line.Parameter(0);
        return ClientStep.Of(model with { Phase = ClientPhase.Greeted, Nick = nick })
            .Tell(new ChatEvent.Welcomed(line.At, line.Line.Source ?? "", nick));
    }

    /// <summary>Rooms are joined here and not at 001: by now 005 has said which names are rooms and which letters are the same.</summary>
    public static ClientStep HearEndOfGreeting(ClientModel model, in Incoming line)
    {
        if (model.Phase != ClientPhase.Greeted)
            return ClientStep.Of(model);
        var ready = model with { Phase = ClientPhase.Ready, ReadyAt = model.HeardAt, ServerReadyAt = line.At.Time };
        return ready.HasBeenHere ? Resuming.Return(ready) : Membership.AskForRooms(Membership.Wanted(ready));
    }

    /// <summary>
    /// The server closes the connection, and this is why. Before the greeting it means that it doesn't let us in; ngIRCd says only here,
    /// in English and without a 464, that it is because of the password.
    /// </summary>
    public static ClientStep HearError(ClientModel model, in Incoming line) => ClientStep.Of(model).End(model.Phase switch
    {
        ClientPhase.Leaving => new Ending.Left(),
        ClientPhase.Registering when line.Words.Contains("password", StringComparison.OrdinalIgnoreCase) =>
            new Ending.PasswordRefused(line.Words),
        ClientPhase.Registering => new Ending.NotAdmitted(line.Words),
        _ => new Ending.ServerClosed(line.Words),
    });
}
