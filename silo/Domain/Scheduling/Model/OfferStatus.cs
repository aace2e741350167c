namespace DcOps.Domain.Scheduling.Model;

/// <summary>Whether a facility takes work: a live one does; a standby one is off; a retiring or silent one keeps what runs and takes nothing new.</summary>
public enum OfferStatus
{
    Live,
    Standby,
    Retiring,
    Silent,
}
