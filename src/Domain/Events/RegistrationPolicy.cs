namespace ChatRoom.Domain.Events;

/// <summary>Who may register an account. It is journal state, so that all servers of a journal say the same. The numbers are stored.</summary>
public enum RegistrationPolicy
{
    /// <summary>Everybody who is there.</summary>
    Open = 0,

    /// <summary>Who has an invitation, a code that is good for one account.</summary>
    Invite = 1,

    /// <summary>Nobody but those who tend the server.</summary>
    Closed = 2,

    /// <summary>Everybody who is there may ask, and who tends the server says yes or no; an invitation is a yes.</summary>
    Approval = 3,
}
