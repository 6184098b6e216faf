namespace ChatRoom.Client.Protocol;

/// <summary>How far we have come in proving an account.</summary>
public enum AccountPhase
{
    /// <summary>Nothing is to be proved, or nothing was begun.</summary>
    Unproved,

    /// <summary>The mechanism was named; the server has to say that it is ready.</summary>
    Named,

    /// <summary>The proof is given; the server has to say whether it is right.</summary>
    Given,

    Proved,
}
