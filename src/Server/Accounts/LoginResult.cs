using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Accounts;

/// <summary>What came of an attempt to prove an account.</summary>
public abstract record LoginResult
{
    private LoginResult() { }

    public sealed record Proved(Credential By) : LoginResult;

    /// <summary>The account, or its password, is wrong: which of them is nobody's business.</summary>
    public sealed record Wrong : LoginResult;

    /// <summary>So many try that this one was not even looked at.</summary>
    public sealed record Busy : LoginResult;
}
