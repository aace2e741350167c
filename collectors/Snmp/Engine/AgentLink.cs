using System.Net;
using System.Net.Sockets;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Engine;

/// <summary>One device as the engine sees it: where it is, how it is spoken to, what is under way. At most one question is.</summary>
sealed class AgentLink(IPEndPoint address, IMessageSecurity security, LearnedLimits limits)
{
    public SocketAddress Address { get; } = address.Serialize();

    public IPEndPoint EndPoint { get; } = address;

    public IMessageSecurity Security { get; } = security;

    public LearnedLimits Limits { get; } = limits;

    /// <summary>Whoever polls it may keep here what it is to them.</summary>
    public object? Owner { get; init; }

    /// <summary>Guards everything below.</summary>
    public Lock Lock { get; } = new();

    /// <summary>Place in the engine's table, by which an answer finds its way back; -1 before the first poll.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>Counts the questions asked; begins anywhere.</summary>
    public int Questions { get; set; }

    /// <summary>Identifies the question under way; 0 when there is none.</summary>
    public int RequestId { get; set; }

    /// <summary>What is being asked; null when no poll is under way.</summary>
    public PollWalk? Walk { get; set; }

    /// <summary>Told when the poll under way has ended.</summary>
    public Action<AgentLink, PollOutcome>? Completed { get; set; }

    public PollPatience Patience { get; set; }

    /// <summary>How often the question under way may still be sent.</summary>
    public int SendsLeft { get; set; }

    /// <summary>How often the device has made us ask the question under way anew, because of its engine or its clock.</summary>
    public int Repeats { get; set; }

    public long StartedAt { get; set; }

    /// <summary>From the first question of the last ended poll to its end.</summary>
    public TimeSpan Took { get; set; }

    /// <summary>When the poll under way is given up, whatever has been answered.</summary>
    public long EndsAt { get; set; }

    /// <summary>When the question under way is given up or sent again.</summary>
    public long DeadlineAt { get; set; }

    /// <summary>Whether the deadline queue holds this link; it holds it once, however often the deadline moves.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Why the last answer was of no use; null while none was.</summary>
    public PollOutcome? Suspicion { get; set; }

    /// <summary>Whether a socket address as the system writes it is this device's.</summary>
    public bool IsAt(ReadOnlySpan<byte> sender) => Address.Buffer.Span[..Address.Size].SequenceEqual(sender);

    /// <summary>Our own network would not send a question; nothing happens when it is no longer under way.</summary>
    public void NoteRefusal(int requestId, SocketError refusal)
    {
        lock (Lock)
        {
            if (RequestId == requestId && Walk is not null)
                Suspicion = new PollOutcome.Unreachable(refusal.ToString());
        }
    }
}
