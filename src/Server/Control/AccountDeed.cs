namespace ChatRoom.Server.Control;

/// <summary>What those who tend a server do with accounts.</summary>
public enum AccountDeed
{
    Add = 1,
    Remove,
    Passwd,
    Invite,
    List,
    Certs,
    Uncert,
    Grant,
    Revoke,
    Devices,
    End,
    Recover,
    Waiting,
    Approve,
    Refuse,
    Erase,
    Export,
}
