namespace ChatRoom.Client.Protocol;

/// <summary>How something is said: plainly, or as something that one does (`/me waves`, CTCP ACTION on the wire).</summary>
public enum Manner
{
    Message,
    Action,
}
