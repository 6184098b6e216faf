using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions;

/// <summary>Whose account it is: SASL, before and after the handshake, and PASS with an account in it.</summary>
public sealed partial record Registration
{
    /// <summary>The account that was proved before anybody was let in.</summary>
    public Credential? Proved { get; private init; }

    private Sasl Sasl { get; init; } = Sasl.Idle;

    /// <summary>PASS named an account, and its password is being looked at.</summary>
    private bool IsPassChecked { get; init; }

    /// <summary>Somebody looks at what the client proves. No line is read until that is known.</summary>
    public bool IsChecking => IsPassChecked || Sasl.At == Sasl.Stage.Checking;

    private static (Registration, Domain.Data.ValueList<Output>) Turn(Registration state, string why) =>
        (state, [new Output.Reply(new IrcReply.Numeric(Numeric.Code(Numerics.ErrPasswdMismatch), "", why)), new Output.End(CloseReason.WrongPassword)]);

    /// <summary>What PASS says where it is not the server's password: account:password, up to the first colon (for clients without SASL).</summary>
    private static (string Name, string Password)? AccountIn(string? pass) =>
        pass?.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && AccountName.Parse(pass[..at]).IsOk && pass.Length > at + 1 ? (pass[..at], pass[(at + 1)..]) : null;

    /// <summary>An end of the negotiation is an end of SASL too (sasl-3.1).</summary>
    private static (Registration, Domain.Data.ValueList<Output>) EndCap(Registration state, Terms terms)
    {
        var (next, outputs) = Enter(state with { IsNegotiating = false, Sasl = Sasl.Idle }, terms);
        return state.Sasl.At == Sasl.Stage.Idle ? (next, outputs) : (next, [new Output.Reply(SaslReplies.Aborted), .. outputs]);
    }

    private static (Registration, Domain.Data.ValueList<Output>) Answer(Registration state, Sasl.Input answer, Terms terms)
    {
        if (!state.IsPassChecked)
            return Prove(state, answer, terms);
        var known = state with { IsPassChecked = false };
        if (answer is not Sasl.Input.Passed passed)
            return Turn(known, answer is Sasl.Input.Failed failed ? failed.Why : LoginDesk.Wrong);
        var (next, outputs) = Enter(known with { Proved = passed.Proved }, terms);
        return (next, [new Output.Reply(SaslReplies.LoggedIn(known, passed.Proved)), .. outputs]);
    }

    private static (Registration, Domain.Data.ValueList<Output>) Prove(Registration state, Sasl.Input input, Terms terms)
    {
        var (sasl, outputs) = Sasl.Step(state.Sasl, input, terms.HasCertificate);
        var next = state with { Sasl = sasl };
        // Once people are in, the rules say whether they can be whom they proved to be.
        if (outputs is [Sasl.Output.Done done])
            return state.At == Phase.In
                ? (next, [new Output.LogIn(done.Proved)])
                : (next with { Proved = done.Proved }, [new Output.Reply(SaslReplies.LoggedIn(state, done.Proved)), new Output.Reply(SaslReplies.Success)]);
        return (next, [.. outputs.Select(output => output switch
        {
            Sasl.Output.Check check => new Output.Check(check.Name, check.Password),
            Sasl.Output.Find find => new Output.Find(find.Name),
            Sasl.Output.Look look => new Output.Look(look.Name),
            Sasl.Output.Missed => new Output.Missed(),
            Sasl.Output.Say or Sasl.Output.Failed or Sasl.Output.TooLong or Sasl.Output.Aborted or Sasl.Output.WrongMechanism or Sasl.Output.Done =>
                (Output)new Output.Reply(SaslReplies.Of(output, terms.HasCertificate)),
        })]);
    }
}
